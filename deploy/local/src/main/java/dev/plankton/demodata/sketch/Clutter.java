package dev.plankton.demodata.sketch;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** What else floats in the water: specks, and sometimes a fibre or a crumb. */
final class Clutter {
    private Clutter() {}

    static void scatter(Graphics2D graphics, int width, int height, Dice dice) {
        int specks = dice.whole(0, 2 + width * height / 9000);
        for (int i = 0; i < specks; i++) {
            double radius = dice.between(0.4, 1.6);
            graphics.setColor(Vignette.black(dice.between(0.1, 0.6)));
            graphics.fill(
                    new Ellipse2D.Double(dice.between(0, width), dice.between(0, height), 2 * radius, 2 * radius));
        }
        double reach = Math.max(width, height);
        if (dice.chance(0.15)) {
            double x = dice.between(0, width);
            double y = dice.between(0, height);
            graphics.setColor(Vignette.black(dice.between(0.15, 0.5)));
            graphics.setStroke(new BasicStroke((float) dice.between(0.7, 1.6)));
            graphics.draw(Curves.open(
                    x,
                    y,
                    x + dice.normal(reach / 8),
                    y + dice.normal(reach / 8),
                    x + dice.normal(reach / 4),
                    y + dice.normal(reach / 4)));
        }
        if (dice.chance(0.12)) {
            double radius = reach * dice.between(0.02, 0.06);
            graphics.setColor(Vignette.black(dice.between(0.2, 0.6)));
            graphics.fill(
                    Curves.blob(dice, dice.between(0, width), dice.between(0, height), radius, radius * 0.7, 0.3));
        }
    }
}
