package chat.natter.deploy.configuration;

import chat.natter.deploy.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of Quarkus and the libraries that a service sets in its {@code application.properties}, and the variables
 * that it asks for in there ({@code ${NAME:default}}).
 */
public record ShippedProperties(List<Property> properties, List<Variable> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_.\\-]+)(?::([^}]*))?}");

    /** One line of the file with the comment above it. */
    public record Property(String key, String value, String comment) {}

    /** A variable with the value that stands in for it. */
    public record Variable(String name, String defaultValue) {}

    /** The port of REST, health and metrics, as it is without further configuration. */
    public String httpPort() {
        return properties.stream()
                .filter(property -> property.key().equals("quarkus.http.port"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    public static ShippedProperties of(ServiceModule service) {
        List<Property> properties = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : Repository.read(service.properties()).lines().toList()) {
            if (line.startsWith("#")) {
                comment.add(line.substring(1).strip());
            } else if (line.isBlank()) {
                comment.clear();
            } else {
                int equals = line.indexOf('=');
                properties.add(
                        new Property(line.substring(0, equals), line.substring(equals + 1), String.join(" ", comment)));
                comment.clear();
                Matcher found = VARIABLE.matcher(line);
                while (found.find()) {
                    variables.add(new Variable(found.group(1), found.group(2) == null ? "" : found.group(2)));
                }
            }
        }
        return new ShippedProperties(properties, variables.stream().distinct().toList());
    }
}
