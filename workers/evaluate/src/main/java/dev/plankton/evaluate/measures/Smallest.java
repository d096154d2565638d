package dev.plankton.evaluate.measures;

/** Finds the smallest of many numbers without sorting all of them. */
final class Smallest {
    private Smallest() {}

    /**
     * Moves the smallest numbers to the front, in any order (Hoare, "Algorithm 65: Find", 1961).
     *
     * @param numbers all different
     * @param count how many, at least 1
     */
    static void first(long[] numbers, int count) {
        int left = 0;
        int right = numbers.length - 1;
        while (left < right) {
            long pivot = numbers[(left + right) >>> 1];
            int i = left;
            int j = right;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            if (count <= j) {
                right = j;
            } else if (count > i) {
                left = i;
            } else {
                return;
            }
        }
    }
}
