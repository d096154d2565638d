/** Groups new images that no class of a model claims, so that a person can label them group by group. */
@NullMarked
package dev.plankton.steps.groups;

import org.jspecify.annotations.NullMarked;
