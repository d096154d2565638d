/**
 * The words that users choose between. A constant is written in lower case with hyphens ({@code INCEPTION_V3} is
 * "inception-v3"), see {@link dev.plankton.contracts.Spelling}.
 */
@NullMarked
package dev.plankton.contracts.choices;

import org.jspecify.annotations.NullMarked;
