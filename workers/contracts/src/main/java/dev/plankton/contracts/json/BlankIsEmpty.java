package dev.plankton.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;

/** Reads an Optional; text that is blank or "none" means that there is no value. */
final class BlankIsEmpty extends DelegatingDeserializer implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;
    private static final String NONE = "none";

    BlankIsEmpty(JsonDeserializer<?> optional) {
        super(optional);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> optional) {
        return new BlankIsEmpty(optional);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> contextual = context.handleSecondaryContextualization(
                _delegatee, property, context.constructType(_delegatee.handledType()));
        return new BlankIsEmpty(contextual);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            String text = parser.getText();
            if (text.isBlank() || text.equals(NONE)) {
                return _delegatee.getNullValue(context);
            }
        }
        return super.deserialize(parser, context);
    }
}
