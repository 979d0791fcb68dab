package io.redress.http.gate;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A browser with the cookies of one console session. */
public record Visitor(Map<String, String> cookies) {

  /** A browser that has loaded a page. */
  public static Visitor fresh() {
    return new Visitor(given().get("/sign-in").then().statusCode(200).extract().cookies());
  }

  /** A browser signed in with a key. */
  public static Visitor with(String key) {
    Response answer = fresh().page().formParam("key", key).post("/sign-in");
    if (answer.header("HX-Redirect") == null) {
      throw new IllegalArgumentException(answer.asString());
    }
    return new Visitor(answer.cookies());
  }

  /** A request as console pages send it. */
  public RequestSpecification page() {
    return plain().header("X-CSRF-Token", cookies.get("redress-csrf"));
  }

  /** A request without the CSRF token, as other sites can trigger it. */
  public RequestSpecification plain() {
    return given().redirects().follow(false).cookies(cookies);
  }
}
