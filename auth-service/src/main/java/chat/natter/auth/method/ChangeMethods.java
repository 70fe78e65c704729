package chat.natter.auth.method;

import jakarta.inject.Singleton;

/** What may be done to the ways to sign in. */
@Singleton
class ChangeMethods {
    private final AddProven addProven;
    private final RemoveMethod removeMethod;

    ChangeMethods(AddProven addProven, RemoveMethod removeMethod) {
        this.addProven = addProven;
        this.removeMethod = removeMethod;
    }

    AddProven addProven() {
        return addProven;
    }

    RemoveMethod removeMethod() {
        return removeMethod;
    }
}
