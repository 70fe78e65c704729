package chat.natter.auth.session;

import chat.natter.auth.device.DeviceRequest;
import chat.natter.auth.link.ClaimLink;
import chat.natter.auth.problem.Outcome;
import jakarta.inject.Singleton;

/** By a link that one of the account's devices has approved. */
@Singleton
class ProveByLink {
    private final ClaimLink claimLink;

    ProveByLink(ClaimLink claimLink) {
        this.claimLink = claimLink;
    }

    Outcome<Proven> prove(SignInRequest.ByLink request) {
        return claimLink
                .claim(request.link(), request.verifier())
                .fold(
                        claimed -> Outcome.done(new Proven(
                                claimed.account(),
                                new DeviceRequest(null, claimed.deviceName(), claimed.platform(), false),
                                () -> claimLink.release(request.link()))),
                        Outcome::refused);
    }
}
