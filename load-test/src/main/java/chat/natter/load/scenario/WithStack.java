package chat.natter.load.scenario;

import chat.natter.load.stack.StackUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result, and what the parts of the stack did meanwhile. */
record WithStack(ScenarioResult result, List<StackUse> stack) implements ScenarioResult {
    @Override
    public boolean isFaultless() {
        return result.isFaultless();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(result.lines());
        stack.forEach(use -> lines.addAll(use.lines()));
        return lines;
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(result.asMap());
        map.put("stack", stack.stream().map(StackUse::asMap).toList());
        return map;
    }
}
