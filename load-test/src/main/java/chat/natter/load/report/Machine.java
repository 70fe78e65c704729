package chat.natter.load.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where it was measured, as far as it matters for figures. */
record Machine(int cores, String system, String java) {
    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cores", cores);
        map.put("system", system);
        map.put("java", java);
        return map;
    }

    String text() {
        return cores + " cores, " + system + ", " + java;
    }
}
