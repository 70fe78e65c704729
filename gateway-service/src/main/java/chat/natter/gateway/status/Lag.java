package chat.natter.gateway.status;

import io.vertx.core.json.JsonObject;

/** How many records of a topic a group of consumers has not read yet, by what it has committed. */
record Lag(String group, String topic, long records) {
    JsonObject toJson() {
        return new JsonObject().put("group", group).put("topic", topic).put("records", records);
    }
}
