//! Documents and folders to run the program on. All of them are made up.

use super::program::Scratch;

/// The smallest application, with the child's resident id ending in `last`; 2 agrees with the other digits.
pub(crate) fn application(last: char) -> String {
    format!(
        r#"{{
  "standard": "tongzhou",
  "standardVersion": "1.0",
  "documentType": "application",
  "applicationId": "01900000-0000-7000-8000-000000000001",
  "createdOn": "2026-09-01",
  "child": {{
    "name": "甲小明",
    "identifiers": [{{ "type": "resident-id", "value": "11010120150601000{last}" }}]
  }},
  "contacts": [{{ "kind": "mobile", "phone": "13000000000", "name": "甲大山", "relation": "father" }}],
  "illness": "确诊后正在住院治疗，家里一时拿不出押金。",
  "consentIds": ["01900000-0000-7000-8000-000000000401"]
}}
"#
    )
}

/// The same on one line.
pub(crate) fn line(last: char) -> String {
    application(last).split('\n').map(str::trim_start).collect()
}

/// A working folder whose package is the same on every day.
pub(crate) fn working_folder(scratch: &Scratch, name: &str) {
    scratch.write(&format!("{name}/application.json"), application('2'));
    scratch.write(&format!("{name}/consents/one.json"), CONSENT);
    scratch.write(&format!("{name}/documents/甲小明.xml"), "<note>材料</note>\n");
    scratch.write(&format!("{name}/packing.json"), PACKING);
}

const CONSENT: &str = r#"{
  "standard": "tongzhou",
  "standardVersion": "1.0",
  "documentType": "consent",
  "consentId": "01900000-0000-7000-8000-000000000401",
  "applicationId": "01900000-0000-7000-8000-000000000001",
  "givenBy": { "role": "guardian", "name": "甲大山", "relation": "father" },
  "recipient": { "organisationCode": "531000000000000008", "name": "示例儿童大病救助基金会" },
  "purpose": "aid-application",
  "dataClasses": ["identity", "contact", "medical", "guardianship"],
  "notice": { "version": "2026-01", "digest": "c120a76730002fcc482a977b350e8371f89797842ab95838ebaa46016314988d" },
  "signedOn": "2026-09-01",
  "form": { "kind": "oral-recorded" }
}
"#;

const PACKING: &str = r#"{
  "packageId": "01900000-0000-7000-8000-000000000501",
  "createdAt": "2026-09-02T01:00:00Z",
  "expiresAt": "2026-12-02T01:00:00Z",
  "purpose": "application",
  "sender": { "role": "guardian", "name": "甲大山" },
  "audience": ["531000000000000008"],
  "classes": { "application": ["identity", "contact", "medical"], "consents": ["identity", "guardianship"] },
  "documents": [
    {
      "file": "甲小明.xml",
      "documentId": "01900000-0000-7000-8000-000000000201",
      "classes": ["medical"],
      "originalName": "甲小明\u001b[2J诊断.xml"
    }
  ]
}
"#;
