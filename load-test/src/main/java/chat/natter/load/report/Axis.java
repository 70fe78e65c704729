package chat.natter.load.report;

import chat.natter.load.measure.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One direction of a chart.
 *
 * @param label with its unit
 * @param ticks from the smallest to the largest
 * @param place of a value between 0 and 1
 */
record Axis(String label, List<Tick> ticks, DoubleUnaryOperator place) {
    private static final int USUAL_TICKS = 6;
    private static final double ALL = 100;
    private static final double HALF = 50;
    private static final double DECIMALS = 1e6;
    private static final double[] STEPS = {1, 2, 5, 10};

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** A mark with its text. */
    record Tick(double value, String text) {}

    /** From 0 to the first tick that is not below that value, evenly. */
    static Axis linear(String label, double most) {
        double step = step(most);
        int last = (int) Math.max(1, Math.ceil(most / step));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            ticks.add(new Tick(i * step, text(i * step)));
        }
        return new Axis(label, ticks, value -> value / (last * step));
    }

    /** The widest of 1, 2 or 5 by powers of ten that gives about six ticks. */
    private static double step(double most) {
        double rough = Math.max(most, 1e-9) / USUAL_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Without the errors of binary fractions. */
    private static String text(double value) {
        double exact = Math.rint(value * DECIMALS) / DECIMALS;
        return exact == Math.rint(exact)
                ? Figure.text(exact)
                : BigDecimal.valueOf(exact).stripTrailingZeros().toPlainString();
    }

    /**
     * Percentiles from 0 to almost 100: each further nine takes the same room.
     *
     * @param count of all that was measured, which says how many nines mean anything
     */
    static Axis percentiles(String label, long count) {
        int nines = (int) Math.max(2, Math.min(6, Math.ceil(Math.log10((double) Math.max(1, count)))));
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0, "0%"));
        ticks.add(new Tick(HALF, "50%"));
        StringBuilder text = new StringBuilder("9");
        for (int nine = 1; nine <= nines; nine++) {
            double value = ALL - ALL / Math.pow(10, nine);
            ticks.add(new Tick(value, nine == 1 ? "90%" : text + "%"));
            text.append(nine == 1 ? "9" : nine == 2 ? ".9" : "9");
        }
        return new Axis(label, ticks, value -> Math.min(1, -Math.log10(Math.max(1e-9, 1 - value / ALL)) / nines));
    }

    /** Where the value lies, from 0 to 1. */
    double at(double value) {
        return place.applyAsDouble(value);
    }
}
