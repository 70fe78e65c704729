package chat.natter.deploy.kubernetes;

import chat.natter.deploy.Generated;
import chat.natter.deploy.Repository;
import org.junit.jupiter.api.Test;

/**
 * One realm for laptops, compose and development clusters: that of the local stack, its secret from the environment.
 */
class DevelopmentRealmTest {
    @Test
    void isThatOfTheLocalStack() {
        String realm = Repository.read(
                Repository.at("local-stack/src/main/resources/chat/natter/stack/server/natter-realm.json"));
        Generated.assertCurrent(
                Repository.at("deploy/k8s/backing/dev/natter-realm.json"),
                realm.replace("@KEYCLOAK_CLIENT_SECRET@", "${KEYCLOAK_CLIENT_SECRET}"));
    }
}
