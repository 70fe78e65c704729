package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import java.time.Instant;

/**
 * The proof that the content of an account is gone. Done again, an erasure comes to the same proof.
 *
 * @param askedAt when the account was erased
 * @param finishedAt when nothing was left of the content
 * @param conversations how many were looked through
 * @param entries how many of the account's were found and erased
 * @param sha256 over conversation and seq of each, in hexadecimal digits
 */
public record Erasure(
        UserId user, Instant askedAt, Instant finishedAt, long conversations, long entries, String sha256) {}
