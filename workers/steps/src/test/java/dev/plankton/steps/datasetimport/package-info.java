@NullMarked
package dev.plankton.steps.datasetimport;

import org.jspecify.annotations.NullMarked;
