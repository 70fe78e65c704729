package chat.natter.deploy.configuration;

import java.util.List;

/** The configuration reference for operators, as Markdown. */
final class WriteConfigurationDocument {
    private static final String HEAD = """
            # Configuration

            Generated from the services' `@ConfigMapping` interfaces and `application.properties`; do not edit it. After a change there:
            `mvn -pl deploy -am test -Dnatter.write=true`.

            Every key can be given as a system property (`-Dnatter.gateway.port=8080`), as an environment variable
            (`NATTER_GATEWAY_PORT=8080`: upper case, everything that is no letter or digit becomes `_`), or in
            `config/application.properties` in the working directory; the first of these that has it counts. Durations are written as `10S`,
            `500MS`, `7D` or in ISO 8601 (`PT15M`); lists with commas. A key that is missing, misspelt, of the wrong type or out of
            bounds stops the start, and the log names it; only a misspelt environment variable cannot be told from somebody else's. Secrets
            belong into environment variables or files, never into system properties: those are in the process list.

            Any setting of the Kafka clients can be given under `kafka.` to the services that use Kafka, for example
            `KAFKA_SECURITY_PROTOCOL=SASL_SSL`, `KAFKA_SASL_MECHANISM`, `KAFKA_SASL_JAAS_CONFIG`, `KAFKA_SSL_TRUSTSTORE_LOCATION`; those that
            order and durability depend on are fixed.
            """;

    private WriteConfigurationDocument() {}

    static String write() {
        StringBuilder document = new StringBuilder(HEAD);
        for (ServiceModule service : ServiceModule.ALL) {
            document.append("\n## ").append(service.module()).append("\n\n");
            keys(document, ReadConfigurationKeys.of(service));
            shipped(document, ShippedProperties.of(service));
        }
        return document.toString();
    }

    private static void keys(StringBuilder document, List<ConfigurationKey> keys) {
        document.append("| key | default | type | |\n| --- | --- | --- | --- |\n");
        for (ConfigurationKey key : keys) {
            String bounds = key.bounds().isEmpty() ? "" : ", " + String.join(", ", key.bounds());
            document.append("| `%s` | %s | %s%s | %s |%n"
                    .formatted(
                            key.name(),
                            key.required()
                                    ? "**required**"
                                    : key.defaultValue()
                                            .map(value -> "`" + value + "`")
                                            .orElse(""),
                            cell(key.type()),
                            bounds,
                            cell(key.description())));
        }
    }

    private static void shipped(StringBuilder document, ShippedProperties shipped) {
        document.append("\nSet by the service and open to change:\n\n| key | value | |\n| --- | --- | --- |\n");
        for (ShippedProperties.Property property : shipped.properties()) {
            document.append("| `%s` | `%s` | %s |%n"
                    .formatted(property.key(), cell(property.value()), cell(property.comment())));
        }
        for (ShippedProperties.Variable variable : shipped.variables()) {
            if (variable.name().startsWith("NATTER_")) {
                document.append("| `%s` | `%s` | stands in for the values above |%n"
                        .formatted(variable.name(), cell(variable.defaultValue())));
            }
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
