package chat.natter.history.admin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may act for the company. */
@ConfigMapping(prefix = "natter.history.admin")
interface AdminConfig {
    /** The secret that operators show as a bearer token, 32 characters or more; absent: nobody may. */
    Optional<String> token();
}
