package io.redress.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A browser's visit to the console, as far as HTTP shows it: cookies, and the proof of origin. */
public final class Visit {
  private final Map<String, String> headers;
  private final Map<String, String> cookies;

  private Visit(Map<String, String> headers) {
    this.headers = headers;
    this.cookies = given().headers(headers).accept("text/html").get("/sign-in").getCookies();
  }

  /** Of anybody, to a server that is open. */
  public static Visit open() {
    return new Visit(Map.of());
  }

  /** Of whoever has a key. */
  public static Visit with(String key) {
    return new Visit(Map.of("Authorization", "Bearer " + key));
  }

  public Response get(String path) {
    return asked().accept("text/html").urlEncodingEnabled(false).get(path);
  }

  /** What a form of the page sends. */
  public Response post(String path, Map<String, ?> fields) {
    return asked()
        .header("X-CSRF-Token", cookies.get("redress-csrf"))
        .header("HX-Request", "true")
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields)
        .post(path);
  }

  /** What a script of the page sends. */
  public Response send(String path, String json) {
    return asked()
        .header("X-CSRF-Token", cookies.get("redress-csrf"))
        .contentType("application/json")
        .body(json)
        .post(path);
  }

  /** A file that somebody drops on the page, with what the form beside it says. */
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
