package chat.natter.history.personal;

import chat.natter.contract.UserId;
import chat.natter.contract.record.PersonalNotice;

/** Who hears of what a user has set: all devices of that user. */
interface OwnDevices {
    /** Returns once it is kept for all of them, also for those that are away; refuses if it could not be. */
    void tell(UserId user, PersonalNotice notice);
}
