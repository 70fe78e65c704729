/**
 * Making an account in two systems that share no transaction. The order of the steps is the recovery plan: see
 * {@link chat.natter.auth.signup.SignUp}.
 */
@NullMarked
package chat.natter.auth.signup;

import org.jspecify.annotations.NullMarked;
