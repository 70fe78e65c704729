package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.problem.Unavailable;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Texts codes to phones by Amazon SNS. */
final class SendBySns implements CodeSender {
    private final SnsClient client;
    private final String text;
    private final Map<String, MessageAttributeValue> attributes;

    SendBySns(SenderConfig config) {
        SnsClientBuilder builder = SnsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.timeout())
                        .socketTimeout(config.timeout()))
                .overrideConfiguration(limits -> limits.apiCallTimeout(config.timeout()));
        config.sns().region().map(Region::of).ifPresent(builder::region);
        config.sns().endpoint().ifPresent(builder::endpointOverride);
        this.client = builder.build();
        this.text = config.text();
        Map<String, MessageAttributeValue> set = new HashMap<>();
        set.put("AWS.SNS.SMS.SMSType", string("Transactional"));
        config.sns().senderId().ifPresent(sender -> set.put("AWS.SNS.SMS.SenderID", string(sender)));
        this.attributes = Map.copyOf(set);
    }

    @Override
    public void send(Contact to, String code) {
        try {
            client.publish(PublishRequest.builder()
                    .phoneNumber(to.address())
                    .message(text.formatted(code))
                    .messageAttributes(attributes)
                    .build());
        } catch (SdkException e) {
            throw new Unavailable(DeliverCode.DETAIL, e);
        }
    }

    private static MessageAttributeValue string(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
