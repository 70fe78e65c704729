package chat.natter.auth.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.problem.Unavailable;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SendersTest {
    private static final Contact PHONE = new Contact(Contact.Kind.PHONE, "+4915112345678");
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void giveTheAwsSdkCredentials() {
        System.setProperty("aws.accessKeyId", "test-key");
        System.setProperty("aws.secretAccessKey", "test-secret");
    }

    @AfterEach
    void takeThemBack() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void handsACodeToTheWebhook() throws Exception {
        try (HttpPeer peer = new HttpPeer(204, "")) {
            // When
            new SendByWebhook(new TestConfig(peer.address()), JSON).send(PHONE, "123456");

            // Then
            assertThat(JSON.readTree(peer.bodies.get(0)))
                    .isEqualTo(JSON.readTree("{\"kind\":\"phone\",\"to\":\"+4915112345678\","
                            + "\"code\":\"123456\",\"text\":\"Code: 123456\"}"));
            assertThat(peer.headers).containsEntry("Authorization", "Bearer hook-token");
        }
    }

    @Test
    void saysThatACodeIsNotOnItsWayWhenTheWebhookRefusesOrIsAway() throws Exception {
        try (HttpPeer peer = new HttpPeer(500, "")) {
            CodeSender sender = new SendByWebhook(new TestConfig(peer.address()), JSON);
            assertThatThrownBy(() -> sender.send(PHONE, "123456")).isInstanceOf(Unavailable.class);
        }
        CodeSender away = new SendByWebhook(new TestConfig(NOBODY), JSON);
        assertThatThrownBy(() -> away.send(PHONE, "123456")).isInstanceOf(Unavailable.class);
    }

    @Test
    void publishesATextMessageBySns() throws Exception {
        String answer = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
                + "<MessageId>1</MessageId></PublishResult></PublishResponse>";
        try (HttpPeer peer = new HttpPeer(200, answer)) {
            // When
            new SendBySns(new TestConfig(peer.address())).send(PHONE, "123456");

            // Then
            String form = URLDecoder.decode(peer.bodies.get(0), StandardCharsets.UTF_8);
            assertThat(form)
                    .contains("Action=Publish")
                    .contains("PhoneNumber=+4915112345678")
                    .contains("Message=Code: 123456")
                    .contains("Transactional")
                    .contains("Natter");
            assertThat(peer.headers.get("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=test-key/")
                    .contains("/eu-central-1/sns/");
        }
    }

    @Test
    void saysThatACodeIsNotOnItsWayWhenSnsRefuses() throws Exception {
        try (HttpPeer peer = new HttpPeer(400, "<ErrorResponse><Error><Code>Invalid</Code></Error></ErrorResponse>")) {
            CodeSender sender = new SendBySns(new TestConfig(peer.address()));
            assertThatThrownBy(() -> sender.send(PHONE, "123456")).isInstanceOf(Unavailable.class);
        }
    }
}
