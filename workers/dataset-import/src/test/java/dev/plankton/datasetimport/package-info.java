@NullMarked
package dev.plankton.datasetimport;

import org.jspecify.annotations.NullMarked;
