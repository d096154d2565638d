package dev.plankton.model;

/** @param model artifact id of the {@link dev.plankton.runtime.formats.ModelManifest} that the alias stands for now */
public record ModelAliasOutput(String alias, String model) {}
