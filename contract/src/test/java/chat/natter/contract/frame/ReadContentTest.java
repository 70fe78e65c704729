package chat.natter.contract.frame;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadContentTest {
    @Test
    void keepsContentByteForByte() {
        // Given
        Content content =
                Content.ofJson("{ \"kind\" : \"text\",\"text\":\"gr\\u00fc\u00dfe \ud83d\udc4b\", \"n\":1.50e1 }");
        ClientFrame.Send send = new ClientFrame.Send(
                new MessageId(UUID.randomUUID()), new Recipient.ToUser(new UserId("0".repeat(26))), content, 7L, 60);

        // When
        Decoded<ClientFrame> read = ReadClientFrame.read(WriteClientFrame.write(send));

        // Then
        assertThat(read).isEqualTo(new Decoded.Frame<ClientFrame>(send));
    }
}
