package chat.natter.auth.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Codes by mail, through a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(MailIT.ByMail.class)
class MailIT {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    public static class ByMail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "natter.auth.codes.email",
                    "smtp",
                    "natter.auth.codes.phone",
                    "none",
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    Integer.toString(freePort()),
                    "quarkus.mailer.from",
                    "codes@natter.example");
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final int port;

    @Inject
    MailIT(@ConfigProperty(name = "quarkus.mailer.port") int port) {
        this.port = port;
    }

    @Test
    void mailsACodeAndSaysWhenItCannot() throws Exception {
        // Given
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        String mailbox = Phones.newMailbox();

        // When
        String id = Phones.ask(mailbox);

        // Then
        assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString(mailbox);
        assertThat(mail.getFrom()[0]).hasToString("codes@natter.example");
        Matcher code = CODE.matcher(GreenMailUtil.getBody(mail));
        assertThat(code.find()).isTrue();
        Client.post("/v1/verifications/" + id, Map.of("code", code.group(1))).statusCode(200);
        Client.post("/v1/verifications", Map.of("phone", Phones.newNumber()))
                .statusCode(403)
                .body("code", equalTo("forbidden"));

        // When
        server.stop();

        // Then
        Client.post("/v1/verifications", Map.of("email", Phones.newMailbox()))
                .statusCode(503)
                .body("code", equalTo("unavailable"));
    }
}
