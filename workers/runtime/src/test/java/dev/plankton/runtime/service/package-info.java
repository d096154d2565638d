@NullMarked
package dev.plankton.runtime.service;

import org.jspecify.annotations.NullMarked;
