@NullMarked
package dev.plankton.engine.service;

import org.jspecify.annotations.NullMarked;
