package chat.natter.contract;

/** Headers of records on the delivery topics of gateways. */
public final class DeliveryHeaders {
    /** Without a value; there if the delivery is for further sessions ({@code others}) besides that of its key. */
    public static final String OTHERS = "others";

    private DeliveryHeaders() {}
}
