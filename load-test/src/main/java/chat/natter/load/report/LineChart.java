package chat.natter.load.report;

import chat.natter.load.measure.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines in one drawing, each with a colour, named beside it, and with its values at the points when one points there.
 */
final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 28;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;
    static final int COLOURS = 8;
    /** More would hide each other, and make a page heavy. */
    private static final int MOST_POINTED_AT = 160;

    private final String title;
    private final Axis across;
    private final Axis upwards;
    private final List<Line> lines;

    LineChart(String title, Axis across, Axis upwards, List<Line> lines) {
        this.title = title;
        this.across = across;
        this.upwards = upwards;
        this.lines = List.copyOf(lines);
    }

    /** A line, from left to right. */
    record Line(String name, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }

        double most() {
            return points.stream().mapToDouble(Point::y).max().orElse(0);
        }
    }

    record Point(double x, double y) {}

    /** The highest of all lines. */
    static double most(List<Line> lines) {
        return lines.stream().mapToDouble(Line::most).max().orElse(0);
    }

    String svg() {
        StringBuilder drawing = new StringBuilder("<figure><figcaption>")
                .append(HtmlPage.escape(title))
                .append("<span class=\"key\">");
        for (int i = 0; i < lines.size(); i++) {
            drawing.append("<span><b style=\"background:")
                    .append(colour(i))
                    .append("\"></b>")
                    .append(HtmlPage.escape(lines.get(i).name()))
                    .append("</span>");
        }
        drawing.append("</span></figcaption>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(WIDTH, HEIGHT, HtmlPage.escape(title)));
        drawAxes(drawing);
        for (int i = 0; i < lines.size(); i++) {
            draw(drawing, lines.get(i), colour(i));
        }
        return drawing.append("</svg></figure>\n").toString();
    }

    private void drawAxes(StringBuilder drawing) {
        for (Axis.Tick tick : upwards.ticks()) {
            String y = y(tick.value());
            drawing.append("<path class=\"grid\" d=\"M%d %sH%d\"/><text class=\"up\" x=\"%d\" y=\"%s\">%s</text>\n"
                    .formatted(LEFT, y, WIDTH - RIGHT, LEFT - 6, y, HtmlPage.escape(tick.text())));
        }
        for (Axis.Tick tick : across.ticks()) {
            drawing.append("<text class=\"across\" x=\"%s\" y=\"%d\">%s</text>\n"
                    .formatted(x(tick.value()), HEIGHT - BOTTOM + 16, HtmlPage.escape(tick.text())));
        }
        drawing.append("<text class=\"across\" x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, HtmlPage.escape(across.label())));
        drawing.append("<text class=\"unit\" transform=\"translate(14 %d) rotate(-90)\">%s</text>\n"
                .formatted((TOP + HEIGHT - BOTTOM) / 2, HtmlPage.escape(upwards.label())));
    }

    private void draw(StringBuilder drawing, Line line, String colour) {
        List<String> corners = new ArrayList<>();
        line.points().forEach(point -> corners.add(x(point.x()) + " " + y(point.y())));
        if (corners.isEmpty()) {
            return;
        }
        drawing.append(
                "<path class=\"line\" style=\"stroke:%s\" d=\"M%s\"/>\n".formatted(colour, String.join("L", corners)));
        int every = line.points().size() / MOST_POINTED_AT + 1;
        for (int i = 0; i < line.points().size(); i += every) {
            Point point = line.points().get(i);
            drawing.append("<circle r=\"4\" cx=\"%s\" cy=\"%s\" style=\"fill:%s\"><title>%s: %s (%s)</title></circle>\n"
                    .formatted(
                            x(point.x()),
                            y(point.y()),
                            colour,
                            HtmlPage.escape(line.name()),
                            Figure.text(point.y()),
                            Figure.text(point.x())));
        }
    }

    private static String colour(int index) {
        return "var(--c" + index % COLOURS + ")";
    }

    private String x(double value) {
        return Svg.number(LEFT + across.at(value) * (WIDTH - LEFT - RIGHT));
    }

    private String y(double value) {
        return Svg.number(HEIGHT - BOTTOM - upwards.at(value) * (HEIGHT - TOP - BOTTOM));
    }
}
