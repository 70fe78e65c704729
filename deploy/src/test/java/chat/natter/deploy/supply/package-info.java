/** What is shipped beside our own code: under which licences, and in which versions. */
@NullMarked
package chat.natter.deploy.supply;

import org.jspecify.annotations.NullMarked;
