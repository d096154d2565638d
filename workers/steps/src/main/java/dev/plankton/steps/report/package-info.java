/** The steps that write the report and the page of predictions as static HTML (SPEC 10). */
@NullMarked
package dev.plankton.steps.report;

import org.jspecify.annotations.NullMarked;
