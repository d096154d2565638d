package dev.plankton.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.type.ReferenceType;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Preset;
import java.io.IOException;

/**
 * How this project's types are written in JSON. A choice is written as users spell it. An {@link java.util.Optional} of
 * any type but text is empty when its JSON text is blank or "none", because Conductor and its forms have no other way
 * to leave a value out.
 */
final class JsonForms extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final String CHOICES = Preset.class.getPackageName();

    JsonForms() {
        super("plankton");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Deserializers());
        context.addSerializers(new Serializers());
        context.addBeanDeserializerModifier(new Modifier());
    }

    private static boolean isChoice(Class<?> type) {
        return type.isEnum() && type.getPackageName().equals(CHOICES);
    }

    private static final class Deserializers extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // isChoice has checked that it is an enum
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
            return isChoice(type) ? new ChoiceReader(type) : super.findEnumDeserializer(type, config, description);
        }
    }

    private static final class Serializers extends SimpleSerializers {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            return isChoice(type.getRawClass()) ? new ChoiceWriter() : super.findSerializer(config, type, description);
        }
    }

    private static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyReferenceDeserializer(
                DeserializationConfig config,
                ReferenceType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return type.getContentType().hasRawClass(String.class) ? deserializer : new BlankIsEmpty(deserializer);
        }
    }

    private static final class ChoiceReader<E extends Enum<E>> extends StdScalarDeserializer<E> {
        private static final long serialVersionUID = 1L;
        private final Class<E> type;

        ChoiceReader(Class<E> type) {
            super(type);
            this.type = type;
        }

        @Override
        public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Spelling.parse(type, String.valueOf(parser.currentName()), parser.getText());
        }
    }

    private static final class ChoiceWriter extends JsonSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Spelling.of(value));
        }
    }
}
