/** One-to-one load: pairs of people on different gateways. Read {@link chat.natter.load.onetoone.RunOneToOne} first. */
@NullMarked
package chat.natter.load.onetoone;

import org.jspecify.annotations.NullMarked;
