package chat.natter.auth.session;

import chat.natter.auth.identity.ExchangeCode;
import chat.natter.auth.identity.OutsideIdentity;
import chat.natter.auth.method.FindAccount;
import chat.natter.auth.method.OpenAccount;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** By another provider, through Keycloak. Who comes for the first time gets an account. */
@Singleton
class ProveByOidc {
    private final ExchangeCode exchangeCode;
    private final FindAccount findAccount;
    private final OpenAccount openAccount;

    ProveByOidc(ExchangeCode exchangeCode, FindAccount findAccount, OpenAccount openAccount) {
        this.exchangeCode = exchangeCode;
        this.findAccount = findAccount;
        this.openAccount = openAccount;
    }

    Outcome<Proven> prove(SignInRequest.ByOidc request) {
        Optional<OutsideIdentity> identity =
                exchangeCode.exchange(request.code(), request.codeVerifier(), request.redirectUri());
        if (identity.isEmpty()) {
            return Outcome.refused(
                    Problem.UNAUTHENTICATED, "code: is unknown, expired, used before or of another verifier");
        }
        Optional<UserId> account = findAccount.of(identity.get());
        return account.<Outcome<UserId>>map(Outcome::done)
                .orElseGet(() -> openAccount.ofOutside(identity.get()))
                .fold(user -> Outcome.done(Proven.of(user, request.device())), Outcome::refused);
    }
}
