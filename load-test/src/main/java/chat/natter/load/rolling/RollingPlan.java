package chat.natter.load.rolling;

import chat.natter.load.onetoone.OneToOnePlan;
import java.nio.file.Path;

/**
 * What to do.
 *
 * @param load who talks meanwhile; its duration is how long is measured before
 * @param signingKey with which the stack signs access tokens: a crowd cannot sign up one by one
 * @param crowd idle sockets, spread over the gateways
 * @param restart a command that restarts one gateway and returns when it is ready; {@code {}} stands for its number,
 *     from 1
 */
record RollingPlan(OneToOnePlan load, Path signingKey, int crowd, String restart) {}
