package chat.natter.contract;

import java.util.regex.Pattern;

/** A gateway's stable name (the pod name of a StatefulSet); part of the name of its delivery topic. */
public record GatewayId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public GatewayId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidId("gateway id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
