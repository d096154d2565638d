/** The report's page: values in, HTML out; every text is escaped by the document model that it is put into. */
@NullMarked
package dev.plankton.report.page;

import org.jspecify.annotations.NullMarked;
