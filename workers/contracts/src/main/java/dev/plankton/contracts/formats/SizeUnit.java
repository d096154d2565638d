package dev.plankton.contracts.formats;

/**
 * What the sizes of images are measured in: pixels, or pixels times the pixel size that a column of the upload's tables
 * gives. The unit of the column is the instrument's; sizes of one column can be compared, sizes of two cannot.
 *
 * @param column name of the column; blank for pixels
 */
public record SizeUnit(String column) {
    public static final SizeUnit PIXELS = new SizeUnit("");

    /** "pixels", or "pixels times acq_pixel". */
    public String inWords() {
        return column.isBlank() ? "pixels" : "pixels times " + column;
    }
}
