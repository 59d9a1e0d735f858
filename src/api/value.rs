//! Reads the values that the browser has parsed out of JSON. What `serde-wasm-bindgen` does, less what no JSON
//! has (maps, sets, big integers, bytes) and less its words for what is wrong, which nobody reads: they bring the
//! spelling of floating point numbers along, and this halves what reading adds to a first load (docs/size.md).

use std::fmt;

use js_sys::{Array, Object, Reflect};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// The value is not what was to be read.
#[derive(Debug)]
pub struct Unread;

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unread")
    }
}

impl std::error::Error for Unread {}

impl de::Error for Unread {
    fn custom<T: fmt::Display>(_: T) -> Unread {
        Unread
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn de::Expected) -> Unread {
        Unread
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn de::Expected) -> Unread {
        Unread
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Unread {
        Unread
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Unread {
        Unread
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Unread {
        Unread
    }

    fn missing_field(_: &'static str) -> Unread {
        Unread
    }

    fn duplicate_field(_: &'static str) -> Unread {
        Unread
    }
}

/// A value that the browser has parsed.
pub struct Value(pub JsValue);

impl<'de> Deserializer<'de> for Value {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        let Value(value) = self;
        if value.is_null() || value.is_undefined() {
            return visitor.visit_unit();
        }
        if let Some(truth) = value.as_bool() {
            return visitor.visit_bool(truth);
        }
        if let Some(number) = value.as_f64() {
            return match number as i64 {
                whole if whole as f64 != number => visitor.visit_f64(number),
                whole if whole < 0 => visitor.visit_i64(whole),
                whole => visitor.visit_u64(whole as u64),
            };
        }
        if let Some(text) = value.as_string() {
            return visitor.visit_string(text);
        }
        match value.dyn_into::<Array>() {
            Ok(items) => visitor.visit_seq(Items { items, next: 0 }),
            Err(value) => {
                let entries = Object::entries(value.unchecked_ref());
                visitor.visit_map(Fields { entries, next: 0, value: JsValue::UNDEFINED })
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self.0.is_null() || self.0.is_undefined() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        if self.0.is_string() {
            return visitor.visit_enum(Variant { name: self.0, content: JsValue::UNDEFINED });
        }
        let entry = Object::entries(self.0.dyn_ref().ok_or(Unread)?).get(0);
        let entry: Array = entry.dyn_into().map_err(|_| Unread)?;
        visitor.visit_enum(Variant { name: entry.get(0), content: entry.get(1) })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        match self.0.is_object() {
            true => visitor.visit_map(Known { object: self.0, fields, value: JsValue::UNDEFINED }),
            false => Err(Unread),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unread> {
        if self.next == self.items.length() {
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(Value(self.items.get(self.next - 1))).map(Some)
    }
}

/// All fields of an object, as they are named there.
struct Fields {
    entries: Array,
    next: u32,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unread> {
        if self.next == self.entries.length() {
            return Ok(None);
        }
        let entry: Array = self.entries.get(self.next).unchecked_into();
        self.next += 1;
        self.value = entry.get(1);
        seed.deserialize(Value(entry.get(0))).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unread> {
        seed.deserialize(Value(std::mem::take(&mut self.value)))
    }
}

/// The fields of an object that a type has.
struct Known {
    object: JsValue,
    fields: &'static [&'static str],
    value: JsValue,
}

impl<'de> MapAccess<'de> for Known {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unread> {
        while let Some((field, rest)) = self.fields.split_first() {
            self.fields = rest;
            self.value = Reflect::get(&self.object, &JsValue::from_str(field)).map_err(|_| Unread)?;
            if !self.value.is_undefined() {
                return seed.deserialize((*field).into_deserializer()).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unread> {
        seed.deserialize(Value(std::mem::take(&mut self.value)))
    }
}

struct Variant {
    name: JsValue,
    content: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unread;
    type Variant = Value;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Value), Unread> {
        Ok((seed.deserialize(Value(self.name))?, Value(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Unread;

    fn unit_variant(self) -> Result<(), Unread> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unread> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        self.deserialize_struct("", fields, visitor)
    }
}
