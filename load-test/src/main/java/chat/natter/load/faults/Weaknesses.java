package chat.natter.load.faults;

import java.util.List;

/**
 * What can be done to a stack, by the names of its parts and of the networks between them.
 *
 * @param parts that can be killed, paused and restarted
 * @param disks parts whose disk can be full
 * @param clocks parts whose clock can be wrong
 * @param lines networks that can be gone or slow
 */
record Weaknesses(List<String> parts, List<String> disks, List<String> clocks, List<String> lines) {
    Weaknesses {
        parts = List.copyOf(parts);
        disks = List.copyOf(disks);
        clocks = List.copyOf(clocks);
        lines = List.copyOf(lines);
    }
}
