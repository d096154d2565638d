package dev.plankton.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, as a line for the user. */
public final class Sentence {

    private static final String NO_SPACE = "No space left on device"; // Linux' and macOS' words

    private Sentence() {}

    /** The failure's own message if it was written for users; otherwise the kind of failure and the message. */
    public static String of(Throwable failure) {
        return text(failure).replaceAll("[\\p{Cntrl}\\s]+", " "); // one line, without commands to the terminal
    }

    private static String text(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped when wrapped.getCause() != null -> text(wrapped.getCause());
            case AccessDeniedException denied -> "You may not read or write %s.".formatted(denied.getFile());
            case NoSuchFileException missing -> "There is no %s.".formatted(missing.getFile());
            case NotDirectoryException file -> "%s is not a folder.".formatted(file.getFile());
            case FileAlreadyExistsException file -> "%s is there already.".formatted(file.getFile());
            case FileSystemException file
            when file.getReason() != null -> "%s: %s.".formatted(file.getFile(), file.getReason());
            case IOException full when NO_SPACE.equals(full.getMessage()) -> "The disk is full.";
            default -> described(failure);
        };
    }

    private static String described(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        boolean ours = failure instanceof Trouble || message.endsWith(".");
        return ours ? message : "%s: %s".formatted(failure.getClass().getSimpleName(), message);
    }
}
