/** The service as a whole, on the real MariaDB, Keycloak and Kafka of the local stack. */
@NullMarked
package chat.natter.auth.it;

import org.jspecify.annotations.NullMarked;
