@NullMarked
package dev.plankton.db.queues;

import org.jspecify.annotations.NullMarked;
