package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection.Figure;
import java.util.Map;
import org.jsoup.nodes.Element;

/** One picture, film or view of points with its caption and the files behind it. */
final class FigureView {
    private static final String SVG = "image/svg+xml";
    private static final int WIDE = 560;

    private FigureView() {}

    /** @param posters stills of films by the stem of the film's file */
    static void add(
            Element figures,
            Figure figure,
            Map<String, PictureSize> sizes,
            Map<String, String> posters,
            Sources sources) {
        Element element = figures.appendElement("figure");
        PictureSize size = sizes.get(figure.file());
        if (PointsView.shows(figure)) {
            PointsView.add(element, figure);
        } else if (isFilm(figure)) {
            film(element, figure, posters);
        } else if (figure.mediaType().equals(SVG)) {
            drawing(element, figure, sizes);
        } else {
            picture(element, figure.file(), Text.firstSentence(figure.caption()), sizes);
        }
        if (isFilm(figure) || size == null || size.width() > WIDE) {
            element.addClass("wide");
        }
        Element caption = element.appendElement("figcaption");
        caption.appendText(figure.caption());
        DataLinks.add(caption, figure.data());
        sources.add(caption, figure.artifact());
    }

    private static void film(Element element, Figure figure, Map<String, String> posters) {
        Element video = element.appendElement("video").attr("src", figure.file());
        for (String name : new String[] {"controls", "loop", "muted", "playsinline"}) {
            video.attr(name, true);
        }
        video.attr("preload", "metadata");
        String poster = posters.get(stem(figure));
        if (poster != null) {
            video.attr("poster", poster);
        }
        video.appendElement("a").attr("href", figure.file()).text("The film: " + figure.file());
    }

    /**
     * An SVG picture that reacts to the pointer, which it would not do inside an image element. It scrolls if it does
     * not fit.
     */
    private static void drawing(Element element, Figure figure, Map<String, PictureSize> sizes) {
        Element object = element.appendElement("div")
                .addClass("scroll")
                .attr("tabindex", "0")
                .appendElement("object")
                .attr("type", SVG)
                .attr("data", figure.file())
                .attr("aria-label", Text.firstSentence(figure.caption()));
        PictureSize size = sizes.get(figure.file());
        if (size != null) {
            object.attr("width", Integer.toString(size.width()));
            object.attr("height", Integer.toString(size.height()));
            object.attr("style", "aspect-ratio:%d/%d".formatted(size.width(), size.height()));
        }
        object.appendElement("a").attr("href", figure.file()).text("The picture: " + figure.file());
    }

    /** A picture that opens in full size when clicked. */
    static void picture(Element element, String file, String alternative, Map<String, PictureSize> sizes) {
        Element image = element.appendElement("a")
                .attr("href", file)
                .appendElement("img")
                .attr("src", file)
                .attr("alt", alternative)
                .attr("loading", "lazy");
        PictureSize size = sizes.get(file);
        if (size != null) {
            image.attr("width", Integer.toString(size.width()));
            image.attr("height", Integer.toString(size.height()));
        }
    }

    static boolean isFilm(Figure figure) {
        return figure.mediaType().startsWith("video/");
    }

    /** The file's name without its extension. */
    static String stem(Figure figure) {
        int dot = figure.file().lastIndexOf('.');
        return dot < 0 ? figure.file() : figure.file().substring(0, dot);
    }
}
