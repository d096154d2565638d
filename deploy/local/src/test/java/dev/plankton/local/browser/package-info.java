/** What people do in a browser, done in a real one: on the gateway's own pages, in reports and in Conductor's UI. */
@NullMarked
package dev.plankton.local.browser;

import org.jspecify.annotations.NullMarked;
