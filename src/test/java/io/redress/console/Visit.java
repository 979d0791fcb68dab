package io.redress.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A browser session of the console at HTTP level: cookies and CSRF token. */
public final class Visit {
  private final Map<String, String> headers;
  private final Map<String, String> cookies;

  private Visit(Map<String, String> headers) {
    this.headers = headers;
    this.cookies = given().headers(headers).accept("text/html").get("/sign-in").getCookies();
  }

  /** An anonymous visit while access is not protected. */
  public static Visit open() {
    return new Visit(Map.of());
  }

  /** A visit signed in with a key. */
  public static Visit with(String key) {
    return new Visit(Map.of("Authorization", "Bearer " + key));
  }

  public Response get(String path) {
    return asked().accept("text/html").urlEncodingEnabled(false).get(path);
  }

  /** Sends a form of the page. */
  public Response post(String path, Map<String, ?> fields) {
    return asked()
        .header("X-CSRF-Token", cookies.get("redress-csrf"))
        .header("HX-Request", "true")
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields)
        .post(path);
  }

  /** Sends a form as a script of the page does, which asks for data. */
  public Response ask(String path, Map<String, ?> fields) {
    return asked()
        .header("X-CSRF-Token", cookies.get("redress-csrf"))
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields)
        .post(path);
  }

  /** Sends JSON as a script of the page does. */
  public Response send(String path, String json) {
    return asked()
        .header("X-CSRF-Token", cookies.get("redress-csrf"))
        .contentType("application/json")
        .body(json)
        .post(path);
  }

  /** Uploads a file with the fields of its form. */
  public Response drop(String path, String name, byte[] content, Map<String, String> fields) {
    return asked()
        .header("X-CSRF-Token", cookies.get("redress-csrf"))
        .multiPart("file", name, content)
        .formParams(fields)
        .post(path);
  }

  private RequestSpecification asked() {
    return given().headers(headers).cookies(cookies).redirects().follow(false);
  }
}
