package chat.natter.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Generated;
import chat.natter.deploy.Repository;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
    @Test
    void saysWhatTheSourcesSay() {
        Generated.assertCurrent(Repository.at("docs/CONFIGURATION.md"), WriteConfigurationDocument.write());
    }

    @Test
    void findsNestedGroupsAndWhatTheyInherit() {
        // When
        var keys = ReadConfigurationKeys.of(ServiceModule.AUTH);

        // Then
        assertThat(keys)
                .filteredOn(key -> key.name().equals("natter.auth.limits.sign-ins-of-address.capacity"))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.defaultValue()).contains("60");
                    assertThat(key.required()).isFalse();
                    assertThat(key.description()).isEqualTo("Sign-ins from one address.");
                });
    }

    @Test
    void tellsWhatAServiceDoesNotStartWithout() {
        assertThat(ReadConfigurationKeys.of(ServiceModule.GATEWAY))
                .filteredOn(ConfigurationKey::required)
                .extracting(ConfigurationKey::name)
                .contains("natter.gateway.id", "natter.gateway.ticket-keys", "natter.gateway.upstreams.auth");
    }

    @Test
    void everyKeyIsExplained() {
        for (ServiceModule service : ServiceModule.ALL) {
            assertThat(ReadConfigurationKeys.of(service))
                    .as(service.module())
                    .isNotEmpty()
                    .allSatisfy(
                            key -> assertThat(key.description()).as(key.name()).isNotBlank());
        }
    }
}
