package dev.plankton.model;

import dev.plankton.runtime.step.BadInputException;

/**
 * @param alias the name to move
 * @param model what it shall stand for: the id of a run, a training or a model, or another alias
 * @param reason why, for those who ask later
 */
public record ModelAliasInput(String alias, String model, String reason) {
    private static final int LONGEST_REASON = 500;

    public ModelAliasInput {
        if (!alias.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new BadInputException(
                    "'%s' cannot be an alias; give up to 40 small letters, digits and dashes, first a letter."
                            .formatted(alias));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BadInputException("reason says why the alias is moved, in 1 to %d characters; it has %d."
                    .formatted(LONGEST_REASON, reason.strip().length()));
        }
    }
}
