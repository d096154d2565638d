/** Checks deploy/kubernetes: each file for itself, and what kustomize makes of them. */
@NullMarked
package dev.plankton.local.kubernetes;

import org.jspecify.annotations.NullMarked;
