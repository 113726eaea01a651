//! The description of the interface, OpenAPI 3.1, made from the table of operations and the types of its messages.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use tongzhou::code::{Code, lists::Problem as ProblemKind};
use tongzhou_exchange::{
    message::{OfRequest, Operation, Request, Role, parcel},
    problem::{self, Problem},
};

use super::reply::{JSON, SEALED};

/// The description of a node that plays these roles.
pub fn describe(plays: impl Fn(Role) -> bool) -> Value {
    let mut generator = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into())
        .into_generator();
    let mut paths = Map::new();
    for operation in Operation::ALL.iter().copied().filter(|operation| plays(operation.role())) {
        let (request, answer) = operation.visit(Schemas(&mut generator));
        paths.insert(
            format!("/v1/{}", operation.name()),
            json!({ "post": posted(operation, &request, &answer) }),
        );
    }
    if plays(Role::Member) {
        let package = generator.subschema_for::<parcel::Package>();
        paths.insert("/v1/packages/submit".into(), json!({ "post": submit(&package) }));
        paths.insert("/v1/parcels/fetch/{id}".into(), json!({ "get": fetch() }));
    }
    for (path, title, media_type, schema) in public() {
        paths.insert(path.into(), json!({ "get": open(path, title, media_type, &schema) }));
    }
    generator.subschema_for::<Problem>();
    let schemas = generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tongzhou 同舟",
            "version": "1.0",
            "description": ABOUT,
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "signature": {
                "type": "apiKey", "in": "header", "name": "Signature", "description": SIGNED,
            } },
        },
    })
}

/// The schemas of an operation's request and answer.
struct Schemas<'g>(&'g mut SchemaGenerator);

impl OfRequest for Schemas<'_> {
    type Out = (Schema, Schema);

    fn visit<R: Request>(self) -> Self::Out {
        (R::schema(self.0), self.0.subschema_for::<R::Answer>())
    }
}

fn posted(operation: Operation, request: &Schema, answer: &Schema) -> Value {
    let title = operation.title();
    json!({
        "operationId": operation.name().replace('/', "-"),
        "summary": format!("{} · {}", title.en, title.zh),
        "tags": [tag(operation.role())],
        "security": [{ "signature": [] }],
        "requestBody": { "required": true, "content": { JSON: { "schema": request } } },
        "responses": responses(Some((JSON, answer.as_value().clone())), true),
    })
}

fn submit(package: &Schema) -> Value {
    json!({
        "operationId": "packages-submit",
        "summary": "Send a sealed package · 发送密封的资料包",
        "tags": [tag(Role::Member)],
        "security": [{ "signature": [] }],
        "requestBody": { "required": true, "content": { SEALED: { "schema": binary() } } },
        "responses": responses(Some((JSON, package.as_value().clone())), true),
    })
}

fn fetch() -> Value {
    let id = json!({ "type": "string", "format": "uuid" });
    json!({
        "operationId": "parcels-fetch",
        "summary": "Fetch a sealed package · 取走密封的资料包",
        "tags": [tag(Role::Member)],
        "security": [{ "signature": [] }],
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": id }],
        "responses": responses(Some((SEALED, binary())), true),
    })
}

fn open(path: &str, title: &str, media_type: &str, schema: &Value) -> Value {
    json!({
        "operationId": path.trim_start_matches("/v1/").trim_matches('/').replace(['/', '.'], "-"),
        "summary": title,
        "tags": ["public"],
        "responses": responses(Some((media_type, schema.clone())), false),
    })
}

/// The answer, and every status under which a problem may be told instead.
fn responses(answer: Option<(&str, Value)>, signed: bool) -> Value {
    let mut responses = Map::new();
    if let Some((media_type, schema)) = answer {
        let content = json!({ media_type: { "schema": schema } });
        responses.insert("200".into(), json!({ "description": "Done · 已办理", "content": content }));
    }
    let mut kinds: Vec<ProblemKind> = ProblemKind::ALL.to_vec();
    kinds.sort_by_key(|kind| problem::status(*kind));
    for kind in kinds {
        let status = problem::status(kind);
        if !signed && !OF_PUBLIC.contains(&status) {
            continue;
        }
        let title = kind.row().map(|row| row.title(tongzhou::text::Lang::En)).unwrap_or_default();
        let line = format!("`{}`: {title}", kind.code());
        let told = responses.entry(status.to_string()).or_insert_with(|| {
            let schema = json!({ "$ref": "#/components/schemas/ProblemDetails" });
            json!({ "description": "", "content": { problem::MEDIA_TYPE: { "schema": schema } } })
        });
        if let Some(Value::String(description)) = told.get_mut("description") {
            if !description.is_empty() {
                description.push_str("; ");
            }
            description.push_str(&line);
        }
    }
    Value::Object(responses)
}

fn public() -> Vec<(&'static str, &'static str, &'static str, Value)> {
    let object = || json!({ "type": "object" });
    vec![
        ("/v1/directory", "The member directory · 成员名录", JSON, object()),
        ("/v1/directory.jws", "The signatures of the directory · 名录的签名", JSON, object()),
        ("/v1/catalogue", "The catalogue of programmes · 项目目录", JSON, object()),
        ("/openapi.json", "This description · 本说明", JSON, object()),
        ("/health/live", "Whether the program runs · 程序是否在运行", JSON, object()),
        ("/health/ready", "Whether requests can be answered · 能否办理请求", JSON, object()),
        ("/metrics", "Counts for the operator · 运行计数", "text/plain", json!({ "type": "string" })),
    ]
}

const fn tag(role: Role) -> &'static str {
    match role {
        Role::Evaluator => "evaluator",
        Role::Registry => "registry",
        Role::Member => "member",
    }
}

fn binary() -> Value {
    json!({ "type": "string", "contentMediaType": SEALED })
}

/// What a public page may be refused with.
const OF_PUBLIC: [u16; 5] = [405, 429, 500, 503, 504];

const ABOUT: &str = "What members, registries and evaluators of tokens say to each other. Every request carries an id \
    that its sender chose, so that the same request may be sent again whenever no answer came. The text of the \
    standard stands above this description.\n\n成员、登记处和令牌计算方之间的接口。每个请求带有发送方自选的标识号，没有收到\
    应答时可以原样重发。以标准正文为准。";

const SIGNED: &str = "HTTP message signature (RFC 9421), Ed25519, label `tz`, over @method, @target-uri, \
    content-digest, content-type and, where it is sent, idempotency-key, with created, expires at most a minute later, \
    a nonce of 16 bytes, keyid (the JWK thumbprint of a key in the member directory) and tag `tz-api-v1`, in \
    Signature-Input; Content-Digest (RFC 9530) by sha-256.";
