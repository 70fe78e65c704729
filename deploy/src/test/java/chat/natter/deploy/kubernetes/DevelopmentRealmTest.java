package chat.natter.deploy.kubernetes;

import chat.natter.deploy.Generated;
import chat.natter.deploy.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same realms for laptops, compose and development clusters: those of the local stack, their secret and Keycloak's
 * address from the environment.
 */
class DevelopmentRealmTest {
    @ParameterizedTest
    @ValueSource(strings = {"natter-realm.json", "outside-realm.json"})
    void isThatOfTheLocalStack(String file) {
        String realm =
                Repository.read(Repository.at("local-stack/src/main/resources/chat/natter/stack/server/" + file));
        Generated.assertCurrent(
                Repository.at("deploy/k8s/backing/dev/" + file),
                realm.replace("@KEYCLOAK_CLIENT_SECRET@", "${KEYCLOAK_CLIENT_SECRET}")
                        .replace("@KEYCLOAK_URL@", "${KEYCLOAK_URL}"));
    }
}
