package chat.natter.auth.session;

import chat.natter.auth.problem.Outcome;
import jakarta.inject.Singleton;

/** Proves a user the way that was asked for, then opens a session. What opens none uses nothing up. */
@Singleton
class SignIn implements SignInRequest.Handler<Outcome<Proven>> {
    private final ProveByPassword proveByPassword;
    private final ProveByProof proveByProof;
    private final ProveByOidc proveByOidc;
    private final ProveByLink proveByLink;
    private final AnnounceSession announceSession;

    SignIn(
            ProveByPassword proveByPassword,
            ProveByProof proveByProof,
            ProveByOidc proveByOidc,
            ProveByLink proveByLink,
            AnnounceSession announceSession) {
        this.proveByPassword = proveByPassword;
        this.proveByProof = proveByProof;
        this.proveByOidc = proveByOidc;
        this.proveByLink = proveByLink;
        this.announceSession = announceSession;
    }

    Outcome<SessionTokens> signIn(SignInRequest request) {
        return request.accept(this).fold(this::open, Outcome::refused);
    }

    private Outcome<SessionTokens> open(Proven proven) {
        boolean opened = false;
        try {
            Outcome<SessionTokens> outcome = announceSession.open(proven.user(), proven.device());
            opened = outcome.fold(tokens -> true, (problem, detail) -> false);
            return outcome;
        } finally {
            if (!opened) {
                proven.giveBack().run();
            }
        }
    }

    @Override
    public Outcome<Proven> password(SignInRequest.ByPassword request) {
        return proveByPassword.prove(request);
    }

    @Override
    public Outcome<Proven> proof(SignInRequest.ByProof request) {
        return proveByProof.prove(request);
    }

    @Override
    public Outcome<Proven> oidc(SignInRequest.ByOidc request) {
        return proveByOidc.prove(request);
    }

    @Override
    public Outcome<Proven> link(SignInRequest.ByLink request) {
        return proveByLink.prove(request);
    }
}
