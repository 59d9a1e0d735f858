//! 材料: what is handed in, and how it reaches the administration.

use serde::{Deserialize, Serialize};

use crate::key::MaterialKey;

/// 材料: something handed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// How steps point here.
    pub key: MaterialKey,
    /// Its name.
    pub name: String,
    /// 原件 / 复印件 / 电子
    pub form: MaterialForm,
    /// How many, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub copies: u32,
    /// 自备 / 部门核发
    pub origin: MaterialOrigin,
    /// How it reaches the administration.
    pub provision: Provision,
    /// The material of this version that is the same paper, asked for in another way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<MaterialKey>,
}

fn one() -> u32 {
    1
}

fn is_one(n: &u32) -> bool {
    *n == 1
}

/// See [`Material::form`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MaterialForm {
    /// 原件
    Original,
    /// 复印件
    Copy,
    /// 电子
    Electronic,
}

/// See [`Material::origin`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MaterialOrigin {
    /// 自备
    Own,
    /// 部门核发
    Issued,
}

/// How a material reaches the administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Provision {
    /// 提交
    Submitted,
    /// 免交·电子证照
    WaivedByLicence,
    /// 免交·数据共享
    WaivedBySharing,
    /// 告知承诺: one paper still.
    Commitment,
    /// 容缺后补: still owed.
    Later,
}

impl Provision {
    /// Whether the applicant still supplies a paper.
    pub fn is_supplied(self) -> bool {
        !matches!(self, Provision::WaivedByLicence | Provision::WaivedBySharing)
    }
}
