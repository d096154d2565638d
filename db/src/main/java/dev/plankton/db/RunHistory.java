package dev.plankton.db;

/** Writes what runs did to the {@code plankton} schema; every method is idempotent. */
public final class RunHistory {}
